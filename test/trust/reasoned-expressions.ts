/**
 * Expressions that the checker cannot decide, or takes for superlinear because it does not know how they are used; with
 * the reason why each takes time in proportion to what it reads. Keys are `/source/flags`, without the flags d and g.
 */
export const reasoned: ReadonlyMap<string, string> = new Map([
  // rules/residue/ad-marker.ts
  [
    String.raw`/\[ ?(\/?)([a-z][a-z-]{0,30}(?: ?_ ?[a-z0-9]{1,20}){0,4})((?: [^[\]\n]{0,300})?)(\/?)\]/iy`,
    'Tried at a `[` alone (sticky), and all its repetitions are bounded, none holds a `[`: at most 450 characters from each.',
  ],
  // rules/residue/boilerplate.ts, rules/residue/_shared/page/shapes.ts
  [
    String.raw`/^(?:©|\(c\)|copyright\b)[^.!?]{0,60}\b(?:19|20)\d\d\b.{0,200}$|^.{2,60}(?:©|\(c\)) ?(?:19|20)\d\d\b.{0,80}$/i`,
    'Anchored, and its repetitions are bounded: at most 60 places times 200 characters.',
  ],
  // src/article/debris.ts
  [
    String.raw`/<\/?[a-z][\w:-]{0,30}(?:\s+[\w:@.-]{1,60}\s?=\s?(?:"[^"<>]*"|'[^'<>]*'|[“”][^“”<>]*[“”]))+\s*\/?>/i`,
    'Nothing in it holds a `<`, so what begins at one ends before the next; an attribute is read in one way alone, so giving back goes through them once.',
  ],
  [
    String.raw`/\$\$[^$\n]+\$\$|(?<!\\)\\\((?:[^\\\n]|\\[^()\n])+\\\)|(?<!\\)\\\[(?:[^\\\n]|\\[^[\]\n])+\\\]|(?<![\p{L}\p{N}$\\])\$[^\s$][^$\n]*\$(?![\p{L}\p{N}])/u`,
    'Dollars end at the next dollar; brackets at the next bracket behind a stroke, since no bracket begins behind an escaped stroke.',
  ],
  [String.raw`/\\text\w{0,20}\{[^{}]*\}/`, 'What begins at a brace ends at the next one.'],
  // src/article/markdown-guard.ts
  [
    String.raw`/^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^\]\s]{1,50}\]:))*/`,
    'Anchored, and always matches: a round ends where its mark is read, and only the last one gives back its blanks.',
  ],
  // src/article/markdown-inline.ts
  [
    String.raw`/\\[([]|\\.|\$\$?|!?\[\[|\[!|\[-?@|\]?\{|(?<![\p{L}\p{N}:]):(?=[\w+-]+:)|==|^[ \t]{0,3}(?::{3,}.*$|:[ \t]+)/mu`,
    'The look ahead from a colon ends at the next; a line of colons is read once, since the match goes on behind it.',
  ],
  [
    String.raw`/!?\[\[(?!\d*\]\])[^[\]\n]{1,300}\]\]/y`,
    'Sticky; digits are looked through only right behind the brackets, the rest is bounded and holds no bracket.',
  ],
  // rules/residue/_shared/markup-debris.ts
  [
    String.raw`/!\s?\[[^[\]\n]{0,120}\]\s\([^()\n]{1,300}\)/`,
    'At most 420 characters from each `[`, none of which is a `[`, and 300 from each `(`.',
  ],
  [
    String.raw`/\[[^[\]\n]{1,120}\] \((?:https?:|www\.|\/|#|[\w/-]{1,80}\.(?:md|html?|php|pdf))[^()\n]{0,300}\)/`,
    'At most 120 characters from each `[`, 380 from each `(`.',
  ],
  // rules/residue/html-debris.ts
  [
    String.raw`/^(?:(?:var|let|const)\s[\w$]{1,40}\s?=.*[;{]$|\(function\s?\(|!function\s?\(|jQuery\(|\$\(document\)|if\s?\(typeof\s|window\.[\w$]{1,40}\s?=|<script|\/\*.*\*\/$)/`,
    'Anchored at the start of the text; each branch goes through it once and gives back once.',
  ],
  [
    String.raw`/=|!\s?\[|\]\s?\(|\| ?:?-|\*\* |^[{[]|data ?:|http|[A-Za-z\d+/]{80}/`,
    'No branch reads more than 80 characters.',
  ],
  // rules/residue/llm-leak.ts
  [
    String.raw`/<\/?([a-z][\w-]{1,30})>|<\|[a-z_]{2,30}\|>|<<\/?SYS>>|\[\/?INST\]|:contentReference\[oaicite:\d+\](?:\{index=\d+\})?|【\d{1,3}(?::\d{1,3})?†[^【】]{1,40}】|citeturn\d+\w{1,20}/iu`,
    'All branches but two are bounded by 50 characters; digits behind a fixed word are read once from it.',
  ],
  // src/quantities/match.ts
  ['/e.*$/', 'Reads a number of 12 figures at most.'],
  ['/0+$/', 'Reads a number of 12 figures at most.'],
  // rules/bilingual/_shared/name-words.ts
  [
    String.raw`/(?:^|[.!?…։:;\n]|[\u2013\u2014])\s*["'“”„«»‹›([]*\s*$/u`,
    'Reads the 12 characters before a word.',
  ],
  // rules/bilingual/_shared/say.ts
  [String.raw`/\B(?=(\d{3})+$)/`, 'Reads a number as the language writes it: 21 figures at most.'],
  // rules/residue/_shared/page/shapes.ts
  [
    String.raw`/^(?:(?:last |first |originally |date |time )?(?:updated?|published|posted|modified|edited|last modified|created|added|placed|publication|uploaded)(?: on| at| date| time| in the section)?|(?:date|time) of (?:publication|update|posting|creation|writing)|(?:publication|update|release|posting) (?:date|time)|(?:status|stand|state|as of)(?= ?: ?[^/]{0,30}$| ?: ?\d)|(?:data|date|time)(?= ?: ?\d[^a-z]*$| ?: ?.{0,20}\b(?:19|20)\d\d\b)|aktualisiert(?: am)?|veröffentlicht(?: am)?|publié le|mis à jour le|modifié le|actualizado|publicado(?: el| em)?|atualizado(?: em)?|aggiornato|pubblicato(?: il)?|aktualizacja|opublikowano|aktualizováno|zveřejněno|atnaujinta|paskelbta|publikuota|publicēts|atjaunots|avaldatud|uuendatud|julkaistu|päivitetty|обновлено|опубликовано|дата публикации|оновлено|опубліковано|публикувано|обновена|güncelleme(?: tarihi)?|yayınlanma(?: tarihi)?|giriş tarihi)(?: ?[:：|].{0,50}?\d|\s+(?!in |by )(?:\S+\s+){0,3}\d)/iu`,
    'Anchored at the start of a line; what looks ahead reads a bounded stretch, or the line once.',
  ],
  // rules/residue/_shared/reported-speech.ts
  [
    String.raw`/[,”"’?!] (?:[\p{L}.’'-]+ ){0,5}(?:said|says|urged|urges|told|asked|asks|added|adds|wrote|writes|advised|advises|warned|warns|ruled|promised|joked|reads|read|insisted|explained|explains|recalls|recalled|replied|claimed|claims)(?: [\p{L}\d.’'-]+){0,4}\.$/u`,
    'Begins at a mark with a space behind it, and reads ten words at most, which the spaces part: a word is read from ten places.',
  ],
]);
