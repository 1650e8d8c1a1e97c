/**
 * Limits beyond which a text is not one that a person wrote, and the parser's cost grows with the square of its
 * length or faster: brackets and emphasis marks of one paragraph are matched pair by pair, a run of backticks without
 * its like is sought to the paragraph's end, and lists and quotes within each other are walked again on each level.
 * Measured with micromark 4: 4,000 pairs of `*a_` in a paragraph take 1.3 s, 4,000 lists within each other 2.6 s,
 * 100,000 quotes within each other 73 s, 10,000 comments that do not end 15 s, 3,000 underlined headings 3 s.
 */
const mostEmphasisMarks = 2000;
const mostBrackets = 8000;
const mostBacktickRuns = 500;
const mostListMarkers = 20;
const mostQuoteMarkers = 200;
/** `<!` and `<?` within lines; those that open a line are blocks, and cheap. */
const mostDeclarations = 300;
/** Headings underlined with `=` or `-`, in the whole text. */
const mostUnderlines = 500;

/** Whether the Markdown parser reads this text in time that is linear in its length. One pass, no allocation. */
export function isParsable(source: string): boolean {
  let emphasis = 0;
  let brackets = 0;
  let backtickRuns = 0;
  let markers = 0;
  let quotes = 0;
  /** Nothing but white space and markers of containers since the line began. */
  let atStart = true;
  let isBlank = true;
  let declarations = 0;
  let underlines = 0;
  /** Nothing but `=` and `-`, under a line that is not blank, since the line began. */
  let isUnderline = false;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    switch (code) {
      case 10:
      case 13:
        if (isBlank) {
          emphasis = 0;
          brackets = 0;
          backtickRuns = 0;
          declarations = 0;
        } else if (isUnderline && ++underlines > mostUnderlines) return false;
        isUnderline = !isBlank;
        markers = 0;
        quotes = 0;
        atStart = true;
        isBlank = true;
        continue;
      case 32:
      case 9:
        continue;
      case 62: // >
        if (atStart && ++quotes > mostQuoteMarkers) return false;
        continue;
      case 42: // *
      case 95: // _
      case 126: // ~
        if (++emphasis > mostEmphasisMarks) return false;
        break;
      case 96: // `
        if (source.charCodeAt(i - 1) !== 96 && ++backtickRuns > mostBacktickRuns) return false;
        break;
      case 60: // <
        if (!atStart && isDeclaration(source.charCodeAt(i + 1)) && ++declarations > mostDeclarations)
          return false;
        break;
      case 91: // [
      case 93: // ]
        if (++brackets > mostBrackets) return false;
        break;
    }
    isBlank = false;
    if (code !== 61 && code !== 45) isUnderline = false;
    if (!atStart) continue;
    // * + - . ) make list markers, digits may belong to one.
    if (code === 42 || code === 43 || code === 45 || code === 46 || code === 41) {
      if (++markers > mostListMarkers && isSpace(source.charCodeAt(i + 1))) return false;
    } else if (code < 48 || code > 57) atStart = false;
  }
  return true;
}

const isSpace = (code: number): boolean => code === 32 || code === 9;
/** ! or ? */
const isDeclaration = (code: number): boolean => code === 33 || code === 63;
