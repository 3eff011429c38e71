"""Colours into sRGB, by the profile that a picture carries (ICC.1, through Little CMS).

Readers and WeasyPrint treat a picture without a profile as sRGB, and many ignore one that is
there: so what is embedded is sRGB, and carries none.
"""

import io
from typing import cast

from PIL import Image, ImageCms

_SPACES = {"RGB": "RGB", "RGBA": "RGB", "CMYK": "CMYK"}
"""The profile's colour space (ICC.1, 7.2.6) that fits a mode of Pillow's."""

_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def is_srgb(image: Image.Image) -> bool:
    """Whether the numbers of `image` are those of sRGB or grey already."""
    if image.mode == "CMYK":
        return False
    profile = _profile(image)
    return profile is None or "sRGB" in (profile.profile.profile_description or "")


def in_srgb(image: Image.Image) -> Image.Image:
    """`image` in sRGB, grey, or a palette of sRGB; eight bits a channel, transparency kept."""
    if image.mode.startswith("I;16"):
        return image.point(lambda value: value * (1 / 256)).convert("L")
    if is_srgb(image):
        plain = {"RGBX": "RGB", "YCbCr": "RGB", "PA": "RGBA", "LA": "LA"}
        return image.convert(plain[image.mode]) if image.mode in plain else image
    profile = _profile(image)
    if image.mode == "P" and profile:
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    if profile is None or _SPACES.get(image.mode) != profile.profile.xcolor_space.strip():
        return image.convert("RGB")
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        converted = ImageCms.profileToProfile(image, profile, _SRGB, outputMode=mode)
    except ImageCms.PyCMSError:  # a profile with a head and no tables
        return image.convert(mode)
    return cast(Image.Image, converted)


def _profile(image: Image.Image) -> ImageCms.ImageCmsProfile | None:
    """The profile of a picture in colours; None where there is none, or it cannot be read."""
    data = image.info.get("icc_profile")
    if not data or image.mode not in ("P", *_SPACES):
        return None
    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(data))
    except (OSError, ImageCms.PyCMSError):
        return None
