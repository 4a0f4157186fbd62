// What of the page a person without sight, or with weak sight, or without a mouse, would stumble over: a list of sentences.
() => {
  const wrong = [];
  const say = (element, words) => wrong.push(`${element.outerHTML.slice(0, 110).replace(/\s+/g, " ")}: ${words}`);
  const seen = (element) => element.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true }) && element.getClientRects().length > 0;
  const textOf = (element) => [...element.childNodes].map((node) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || node.getAttribute("aria-hidden") === "true") return "";
    return node.getAttribute("aria-label") ?? node.getAttribute("alt") ?? textOf(node);
  }).join(" ").trim();
  const named = (element) => {
    const by = element.getAttribute("aria-labelledby");
    if (by) return by.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
    return (element.getAttribute("aria-label") ?? "").trim() || [...(element.labels ?? [])].map(textOf).join(" ").trim()
      || (element.matches("input, select, textarea") ? "" : textOf(element)) || element.title;
  };

  // Names, states, references
  const acting = "button, a[href], input, select, textarea, summary, [role=button], [role=tab], [role=switch], [role=checkbox], [role=menuitem], [tabindex='0'], iframe, [role=dialog], [role=img], nav, aside, main, [role=tablist], [role=progressbar], [role=log]";
  for (const element of document.querySelectorAll(acting)) if (seen(element) && !named(element)) say(element, "has no name");
  for (const element of document.querySelectorAll("[role=switch], [role=checkbox]")) if (!["true", "false"].includes(element.getAttribute("aria-checked"))) say(element, "does not tell its state");
  for (const element of document.querySelectorAll("[role=tab]")) if (!element.closest("[role=tablist]") || !element.hasAttribute("aria-selected")) say(element, "is a tab outside a list, or without a state");
  for (const name of ["aria-labelledby", "aria-describedby", "aria-controls"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      for (const id of element.getAttribute(name).split(" ")) if (!document.getElementById(id)) say(element, `${name} names ${id}, which is not there`);
    }
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of new Set(ids.filter((one, n) => ids.indexOf(one) !== n))) wrong.push(`the id ${id} is there twice`);
  for (const image of document.querySelectorAll("img:not([alt])")) say(image, "has no alternative text");
  for (const element of document.querySelectorAll("[tabindex]")) if (element.tabIndex > 0) say(element, "stands in the way of the natural order of focus");
  for (const hidden of document.querySelectorAll("[aria-hidden=true]")) {
    for (const element of hidden.querySelectorAll("button, a[href], input, [tabindex='0']")) if (seen(element)) say(element, "can be focused but is hidden from who listens");
  }
  for (const element of document.querySelectorAll("button, a[href], input, select")) {
    const box = element.getBoundingClientRect();
    if (seen(element) && !element.closest(".words, .skip") && element.type !== "checkbox" && box.width > 0 && (box.width < 20 || box.height < 20)) say(element, `is small to hit: ${box.width.toFixed()} × ${box.height.toFixed()}`);
  }

  // Landmarks and headings
  if (!document.documentElement.lang) wrong.push("the page does not tell its language");
  for (const [landmark, count] of [["main", 1], ["header.bar", 1], ["h1", 1]]) if (document.querySelectorAll(landmark).length !== count) wrong.push(`${landmark} should be there ${count} times`);
  let level = 1;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4")) {
    if (!seen(heading)) continue;
    const own = Number(heading.tagName[1]);
    if (own > level + 1 && !heading.closest(".about")) say(heading, `follows a heading of level ${level}`);
    level = own;
  }

  // Contrast: WCAG AA, 4.5 for normal text and 3 for large; a gradient counts by its worst colour
  const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const parse = (css) => { brush.clearRect(0, 0, 1, 1); brush.fillStyle = css; brush.fillRect(0, 0, 1, 1); const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255]; };
  const over = (top, under) => [0, 1, 2].map((n) => top[n] * top[3] + under[n] * (1 - top[3])).concat(1);
  const light = ([r, g, b]) => [r, g, b].map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4)).reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
  const ratio = (one, other) => { const [a, b] = [light(one), light(other)]; return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); };
  const behind = (element) => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) {
      const style = getComputedStyle(one);
      const stops = style.backgroundImage.startsWith("linear-gradient") ? (style.backgroundImage.match(/(?:rgba?|hsla?|color)\([^()]*\)/g) ?? []).map(parse) : [];
      layers.push([...stops, ...(stops.length ? [] : [parse(style.backgroundColor)])]);
    }
    return layers.reverse().reduce((unders, tops) => unders.flatMap((under) => tops.map((top) => over(top, under))), [[255, 255, 255, 1]]);
  };
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && /[\p{L}\p{N}]/u.test(node.data));
    if (!own || !seen(element) || element.closest("svg, noscript, [aria-hidden=true], :disabled, .chip:not(.shown) .face")) continue;
    const style = getComputedStyle(element);
    let opacity = 1;
    for (let one = element; one; one = one.parentElement) opacity *= Number(getComputedStyle(one).opacity);
    if (opacity === 0) continue;
    const colour = parse(style.color);
    colour[3] *= opacity;
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
    const worst = Math.min(...behind(element).map((back) => ratio(over(colour, back), back)));
    if (worst < (large ? 3 : 4.5) - 0.01) say(element, `contrast ${worst.toFixed(2)}`);
  }
  return [...new Set(wrong)];
}
