// How the pictures of an album share a rectangle.
const NARROWEST = 0.6, WIDEST = 1.9, TARGET = 1.02, GAP = 0.7;

/** `ratios`: width by height of each. Boxes in percent of a rectangle of that `ratio`, in the order given. */
export function mosaic(ratios) {
  if (ratios.length === 1) {
    const ratio = Math.max(NARROWEST, Math.min(2.4, ratios[0]));
    return { ratio, boxes: [{ x: 0, y: 0, w: 100, h: 100 }] };
  }
  const kept = ratios.map((one) => Math.max(NARROWEST, Math.min(WIDEST, one)));
  if ((kept.length === 3 || kept.length === 4) && kept[0] < 1.15) return tall(kept);
  return rows(kept, best(kept));
}

/** The first at the left in full height, the others beside it. */
function tall(ratios) {
  const rest = ratios.slice(1);
  const side = 1 / rest.reduce((sum, ratio) => sum + 1 / ratio, 0); // width of the column, for height 1
  const left = Math.max(0.5, Math.min(0.72, ratios[0] / (ratios[0] + side))) * 100;
  const heights = rest.map((ratio) => (1 / ratio) * side * 100);
  let y = 0;
  const boxes = [{ x: 0, y: 0, w: left - GAP / 2, h: 100 }];
  heights.forEach((h, n) => {
    boxes.push({ x: left + GAP / 2, y: y + (n ? GAP / 2 : 0), w: 100 - left - GAP / 2, h: h - (n ? GAP / 2 : 0) - (n < heights.length - 1 ? GAP / 2 : 0) });
    y += h;
  });
  return { ratio: Math.max(0.9, Math.min(1.6, ratios[0] + side)), boxes };
}

/** The row lengths whose rows come nearest to a near-square whole with even rows. */
function best(ratios) {
  let least = Infinity, found = [ratios.length];
  const most = ratios.length > 8 ? 4 : 3;
  const go = (from, lengths) => {
    if (from === ratios.length) {
      const heights = heightsOf(ratios, lengths);
      const whole = heights.reduce((sum, one) => sum + one, 0);
      const mean = whole / heights.length;
      const cost = Math.abs(whole - TARGET) + heights.reduce((sum, one) => sum + Math.abs(one - mean), 0) * 0.6
        + (ratios.length > 3 ? lengths.filter((one) => one === 1).length * 0.25 : 0) + (lengths[0] > lengths.at(-1) ? 0.15 : 0);
      if (cost < least) [least, found] = [cost, lengths];
      return;
    }
    for (let n = 1; n <= most && from + n <= ratios.length; n++) go(from + n, [...lengths, n]);
  };
  go(0, []);
  return found;
}

function heightsOf(ratios, lengths) {
  let at = 0;
  return lengths.map((n) => 1 / ratios.slice(at, (at += n)).reduce((sum, one) => sum + one, 0));
}

function rows(ratios, lengths) {
  const heights = heightsOf(ratios, lengths);
  const whole = heights.reduce((sum, one) => sum + one, 0);
  const boxes = [];
  let at = 0, y = 0;
  lengths.forEach((n, row) => {
    const h = (heights[row] / whole) * 100;
    let x = 0;
    for (let i = 0; i < n; i++, at++) {
      const w = ratios[at] * heights[row] * 100;
      boxes.push({ x: x + (i ? GAP / 2 : 0), y: y + (row ? GAP / 2 : 0), w: w - (i ? GAP / 2 : 0) - (i < n - 1 ? GAP / 2 : 0),
        h: h - (row ? GAP / 2 : 0) - (row < lengths.length - 1 ? GAP / 2 : 0) });
      x += w;
    }
    y += h;
  });
  return { ratio: 1 / whole, boxes };
}
