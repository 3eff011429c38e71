"""The elements, attributes and properties of SVG 2 that a drawing may be made of.

What only draws is here. What runs (script, handlers, animation), loads (pictures, fonts, style
sheets) or holds another language (foreignObject) is not, nor are filters and repeated
gradients, whose cost their length does not bound.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ELEMENTS = _words(
    """
    path rect circle ellipse line polyline polygon
    svg g defs symbol use title desc style text tspan textPath
    linearGradient radialGradient stop pattern clipPath mask marker
    """
)

UNWRAPPED = frozenset({"a", "switch"})
"""Elements that go, while what is in them stays."""

UNSEEN = frozenset({"metadata", "view"})
"""Elements that draw nothing and do nothing: that they go is not worth a word."""

PROPERTIES = _words(
    """
    alignment-baseline baseline-shift clip-path clip-rule color color-interpolation direction
    display dominant-baseline fill fill-opacity fill-rule font-family font-size font-stretch
    font-style font-variant font-weight letter-spacing marker marker-end marker-mid marker-start
    mask opacity overflow paint-order shape-rendering stop-color stop-opacity stroke
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
    stroke-opacity stroke-width text-anchor text-decoration text-rendering transform
    transform-origin unicode-bidi vector-effect visibility word-spacing writing-mode
    """
)
"""What an element may say of its looks, as an attribute, in style="" or in a style sheet."""

ATTRIBUTES = PROPERTIES | _words(
    """
    id class style lang x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points width height viewBox
    preserveAspectRatio pathLength rotate textLength lengthAdjust startOffset method spacing
    gradientUnits gradientTransform offset patternUnits patternContentUnits
    patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight
    refX refY orient version role aria-label aria-labelledby aria-hidden
    """
)
