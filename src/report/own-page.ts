/** How every page begins that calque makes. */
export const pageHead =
  '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="generator" content="calque">';

/** Whether a text is a page that calque made: reports lie among articles, and are none. */
export function isOwnPage(text: string): boolean {
  return text.startsWith(pageHead);
}
