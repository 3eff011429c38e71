"""IMG: pictures."""

from publisher.diagnostics.catalogue.entry import Entry

# A picture that cannot be had is no reason to give up a work: its words are set instead.
IMG = {
    "IMG001": Entry(
        "warning",
        "the picture {src} is on the network, and nothing is fetched from there",
        "save it below the work's folder and name that file; its words are set instead",
    ),
    "IMG002": Entry(
        "warning",
        "the picture {src} leads out of the work's folder: {reason}",
        "copy it below the folder, and write its path from there; its words are set instead",
    ),
    "IMG003": Entry(
        "warning",
        "there is no picture {src}",
        "{suggestion}; its words are set instead",
    ),
    "IMG004": Entry(
        "warning",
        "the picture {src} cannot be read: {reason}",
        "name a file below the work's folder that may be read; its words are set instead",
    ),
    "IMG005": Entry(
        "warning",
        "the picture {src} holds {size}, more than the limit of {limit}",
        "make it smaller, or raise limits.picture_bytes in publisher.toml",
    ),
    "IMG006": Entry(
        "warning",
        "the picture {src} has {size} pixels, over the limit of {limit}",
        "make it smaller, or raise limits.picture_pixels in publisher.toml",
    ),
    "IMG007": Entry(
        "warning",
        "the picture {src} cannot be used: it is {found}",
        "save it as PNG, JPEG, GIF, WebP, TIFF or SVG; its words are set instead",
    ),
    "IMG008": Entry(
        "warning",
        "the picture {src} is damaged: {reason}",
        "save it again from the program that it was made in; its words are set instead",
    ),
    "IMG009": Entry(
        "info",
        "the picture {src} is {kind} by its content, though its name ends in {suffix}",
        "give it the suffix of its kind: other programs go by the name",
    ),
    "IMG010": Entry(
        "warning",
        "the picture {src} has no alternative text",
        "say in a sentence what it shows, or that it is decorative, by an empty text",
    ),
    "IMG011": Entry(
        "warning",
        "the picture {src} is {width} pixels wide, {density} an inch at {measure}",
        "for print give it {enough} pixels, better {good}: 150 an inch are the least, 300 good",
    ),
    "IMG012": Entry(
        "info",
        "the picture {src} moves; its first frame is shown",
        "choose the frame that says most, and save it as a picture of its own",
    ),
    "IMG013": Entry(
        "info",
        "the picture {src} was converted from {before} to {after}",
        "every reader and printer takes PNG and JPEG in sRGB",
    ),
    "IMG014": Entry(
        "warning",
        "the drawing {src} lost what could run, load or hide something: {parts}",
        "save it as plain SVG, with its pictures and effects drawn as shapes",
    ),
    "IMG015": Entry(
        "warning",
        "the drawing {src} is refused: {reason}",
        "save it as plain SVG, or as a PNG; its words are set instead",
    ),
    "IMG016": Entry(
        "warning",
        "the picture {src} is over the limit of a work: {limit}",
        "split the work, or raise the limit in publisher.toml",
    ),
}
