// The service counts code points, JavaScript counts UTF-16 units: an emoji is one of those and two of these.

export class Points {
  /** @param {string} text the source */
  constructor(text) {
    this.text = text;
    this.wide = []; // the code points, by number, that take two units
    for (let unit = 0; unit < text.length - 1; unit += 1) {
      if ((text.charCodeAt(unit) & 0xfc00) === 0xd800 && (text.charCodeAt(unit + 1) & 0xfc00) === 0xdc00) {
        this.wide.push(unit - this.wide.length);
        unit += 1;
      }
    }
    this.length = text.length - this.wide.length;
  }

  /** The unit at which a code point begins. */
  unit(point) {
    let low = 0;
    let high = this.wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.wide[middle] < point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  }

  /** The words from one code point to another, as far as there are any. */
  slice(start, end) {
    const last = Math.min(end, this.length);
    return this.text.slice(this.unit(Math.max(0, start)), this.unit(last));
  }

  /** The line in which a code point stands, from 1. */
  line(point) {
    let count = 1;
    const end = this.unit(point);
    for (let at = this.text.indexOf("\n"); at >= 0 && at < end; at = this.text.indexOf("\n", at + 1)) count += 1;
    return count;
  }
}
