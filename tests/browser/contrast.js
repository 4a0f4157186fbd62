// Words in the panes whose contrast with what lies behind them is below WCAG's AA (4.5, large ones 3).
() => {
  const parse = (css) => { const c = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    c.fillStyle = css; c.fillRect(0, 0, 1, 1); const [r, g, b, a] = c.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255]; };
  const over = (top, under) => [0, 1, 2].map((n) => top[n] * top[3] + under[n] * (1 - top[3])).concat(1);
  const light = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, n) => sum + v * [.2126, .7152, .0722][n], 0);
  const behind = (node) => { const layers = [];
    for (let one = node; one; one = one.parentElement) { const style = getComputedStyle(one);
      if (style.backgroundImage !== 'none') return null; layers.push(parse(style.backgroundColor)); }
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]); };
  const low = [];
  for (const node of document.querySelectorAll('.pane :is(.words *, .words, .stamp, .stamp *, .quote *, .key span, .place small, .invoice *, .service > *, .pane-head *, .document *, .preview *)')) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (!own || !node.getClientRects().length || node.closest('.spoiler, svg, .big')) continue;
    const style = getComputedStyle(node), back = behind(node);
    if (!back || style.visibility === 'hidden') continue;
    const a = light(over(parse(style.color), back)), b = light(back);
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.6 && style.fontWeight >= 600);
    if (ratio < (large ? 3 : 4.5) - .01) low.push(`${node.className || node.tagName} ${ratio.toFixed(2)}: ${node.textContent.trim().slice(0, 30)}`);
  }
  return [...new Set(low)];
}
