// What is wrong with a page as it stands in the window: [{fault, where, detail}].
//
// overflow: sticks out of the window at a side. clipped: hidden by its own box, or to be scrolled for
// (a formula alone may be: MathML is not broken into lines). overlap: two pieces
// of text on the same spot (ruby may hang over its neighbours). faint: text whose contrast with its ground is below WCAG 2.2, 1.4.3.
// font: an embedded face that could not be loaded.
(() => {
  const found = [];
  const slack = 1.5;

  const name = (element) => {
    const named = element.className && element.className.baseVal === undefined ? "." + element.className.trim().split(/\s+/).join(".") : "";
    return element.localName + (element.id ? "#" + element.id : named);
  };
  const place = (element) => {
    const names = [];
    for (let at = element; at && at !== document.body && names.length < 4; at = at.parentElement) names.unshift(name(at));
    return names.join(" > ");
  };
  const say = (fault, element, detail) => found.push({ fault, where: place(element), detail });
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  // In vertical writing a page grows to its side, and its height is what must hold.
  const vertical = getComputedStyle(document.body).writingMode.startsWith("vertical");
  const root = document.documentElement;
  const room = vertical ? innerHeight : innerWidth;
  const wide = vertical ? root.scrollHeight : root.scrollWidth;
  const start = (box) => (vertical ? box.top + scrollY : box.left + scrollX);
  const end = (box) => (vertical ? box.bottom + scrollY : box.right + scrollX);

  const out = (box) => end(box) > room + slack || start(box) < -slack;
  // Spaces that end a line may hang out of it (CSS Text 3, 4.1.3).
  const words = (node) =>
    [...node.data.matchAll(/\S+/g)].map((word) => {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      return [...range.getClientRects()];
    });

  const scrolled = (element) => element.namespaceURI.endsWith("MathML") && element.closest("div.formula");

  const elements = [...document.body.querySelectorAll("*")].filter(shown);

  if (wide > room) found.push({ fault: "overflow", where: "the page", detail: wide + " > " + room });
  for (const element of elements) {
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height || scrolled(element)) continue;
    if (out(box)) say("overflow", element, Math.round(start(box)) + "–" + Math.round(end(box)) + " of " + room);
    const style = getComputedStyle(element);
    if ((style.overflowX !== "visible" || style.overflowY !== "visible") && !element.matches("div.formula"))
      if (element.scrollWidth > element.clientWidth + slack || element.scrollHeight > element.clientHeight + slack)
        say("clipped", element, element.scrollWidth + "×" + element.scrollHeight + " in " + element.clientWidth + "×" + element.clientHeight);
  }

  // Pieces of text: one for each line of each text node. The middle of a line's height is what its
  // letters surely cover; ascenders may reach into the leading.
  const pieces = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !shown(node.parentElement) || scrolled(node.parentElement)) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      if (out(box) && words(node).some((word) => word.some(out))) say("overflow", node.parentElement, "“" + node.data.trim().slice(0, 40) + "”");
      const [x, y] = vertical ? [0.3, 0.02] : [0.02, 0.3];
      pieces.push({ left: box.left + box.width * x, right: box.right - box.width * x, top: box.top + box.height * y, bottom: box.bottom - box.height * y, node });
    }
  }
  pieces.sort((one, other) => one.top - other.top);
  for (let at = 0; at < pieces.length; at += 1)
    for (let next = at + 1; next < pieces.length && pieces[next].top < pieces[at].bottom - 1; next += 1) {
      const one = pieces[at], other = pieces[next];
      const ruby = one.node.parentElement.closest("ruby") || other.node.parentElement.closest("ruby");
      if (one.node !== other.node && !ruby && other.left < one.right - 1 && one.left < other.right - 1)
        say("overlap", one.node.parentElement, "“" + one.node.data.trim().slice(0, 24) + "” on “" + other.node.data.trim().slice(0, 24) + "”");
    }

  // Contrast (WCAG 2.2, the definition of that name), on whatever grounds lie behind the text.
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const colours = new Map();
  const colour = (text) => {
    if (!colours.has(text)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
      colours.set(text, [red, green, blue, alpha / 255]);
    }
    return colours.get(text);
  };
  const over = (top, below) => [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3])).concat(1);
  const grounds = new Map();
  const ground = (element) => {
    if (!element) return [255, 255, 255, 1];
    if (!grounds.has(element)) {
      const own = colour(getComputedStyle(element).backgroundColor);
      grounds.set(element, own[3] === 1 ? own : over(own, ground(element.parentElement)));
    }
    return grounds.get(element);
  };
  const luminance = (rgb) => {
    const [red, green, blue] = rgb.slice(0, 3).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const judged = new Set();
  for (const { node } of pieces) {
    const element = node.parentElement;
    if (judged.has(element)) continue;
    judged.add(element);
    const style = getComputedStyle(element);
    const behind = ground(element);
    const [dark, light] = [luminance(over(colour(style.color), behind)), luminance(behind)].sort((one, other) => one - other);
    const contrast = (light + 0.05) / (dark + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if (contrast < (large ? 3 : 4.5)) say("faint", element, contrast.toFixed(2) + ", " + style.color);
  }

  for (const face of document.fonts) if (face.status === "error") found.push({ fault: "font", where: face.family, detail: face.weight + " " + face.style });
  return found;
})()
