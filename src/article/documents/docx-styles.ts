import {scanXml} from '../xml/scan-xml.js';
import type {ParagraphKind} from './document-text.js';

/** What the names of Word's own styles say; the names in the file are English in every language of Word. */
export function kindOfStyleName(name: string): ParagraphKind | undefined {
  const plain = name.toLowerCase();
  if (plain === 'title') return 'title';
  if (/^(?:heading|subtitle|toc heading)/.test(plain)) return 'heading';
  if (plain === 'caption') return 'caption';
  if (/quote|quotations/.test(plain)) return 'quote';
  if (/^list\b/.test(plain) && plain !== 'list paragraph') return 'list-item';
  return undefined;
}

interface Style {
  name: string;
  base: string;
  level: boolean;
}

/** What paragraphs of each style are, by the style's id; a style is what the one that it is based on is. */
export function paragraphStyles(xml: string | undefined): (id: string) => ParagraphKind | undefined {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  if (xml !== undefined)
    scanXml(xml, {
      open(element) {
        const value = () => element.attribute('val') ?? '';
        if (element.name === 'style') {
          style = {name: '', base: '', level: false};
          styles.set(element.attribute('styleId') ?? '', style);
        } else if (!style) return;
        else if (element.name === 'name') style.name = value();
        else if (element.name === 'basedOn') style.base = value();
        else if (element.name === 'outlineLvl') style.level = value() !== '9';
      },
      close(name) {
        if (name === 'style') style = undefined;
      },
    });
  return (id) => {
    const seen = new Set<string>();
    for (let at = id; at !== '' && !seen.has(at); ) {
      seen.add(at);
      const found = styles.get(at);
      // A style that the file does not define is one of Word's own, and its id is its name.
      const kind = kindOfStyleName(found?.name ?? at.replace(/(?<=[a-z])(?=[A-Z\d])/g, ' '));
      if (kind) return kind;
      if (found?.level) return 'heading';
      at = found?.base ?? '';
    }
    return undefined;
  };
}
