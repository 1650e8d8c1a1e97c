/**
 * Endings with which English makes nouns and adjectives from one stem: elect-ion, elect-oral; financ-e, financ-ial.
 * From general grammars of word formation; endings that change the meaning (-ist, -hood, -less) are left out.
 */
const endings = new Set(
  `_ s e es y ies n an ian al ial ical ual oral ic ics ion ions ation ations ition ional ational ing ings ive ative ary
  ory atory or ors er ers ment ments mental ine en ed`
    .split(/\s+/)
    .map((e) => (e === '_' ? '' : e)),
);

/** Pairs that look like one stem and are not, or that both name things which exist side by side. */
const apart = new Set(
  `police policy|house housing|houses housing|general generation|general generations|universal university|nation native
  |national native|international internal|command commander|public publican|custom customer|customs customer|custom customers|customs customers
  |press pressing|relation relative|relations relative|state station|states stations|operation operator|center central
  |centre central|labor laboratory|civil civilian|medic medical|human humane|person personal|personal personnel
  |commission commissioner|minister ministry|mission missionary|station stationary|communication community|arm army
  |arms army|royal royals|major majority|minor minority|local locals|port ports|mine mineral|mines mineral`
    .split('|')
    .map((pair) => pair.trim()),
);

const least = 4;

/** Whether two words in small letters are made from one stem: election and electoral, agriculture and agricultural. */
export function sameStem(a: string, b: string): boolean {
  if (a === b || apart.has(`${a} ${b}`) || apart.has(`${b} ${a}`)) return false;
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common++;
  for (let cut = common; cut >= least; cut--) {
    if (endings.has(a.slice(cut)) && endings.has(b.slice(cut))) return true;
  }
  return false;
}

/** The first letters that words of one stem share, for grouping. */
export function stemKey(word: string): string {
  return word.slice(0, least);
}

/** Words that translators choose between when they put the name of one institution into English. */
const synonyms = [
  'central main',
  'internal interior',
  'foreign external',
  'regional oblast provincial',
  'district raion rayon',
  'city municipal town',
  'security safety',
  'people popular peoples',
  'supreme higher highest',
  'emergency extraordinary',
  'republic republican',
  'veterans veteran',
  'union alliance',
  'unity unification',
];
const heads = ['commission committee', 'bureau office', 'directorate department'];

const groupsOf = (rows: readonly string[], mark: string): ReadonlyMap<string, string> =>
  new Map(rows.flatMap((row, i) => row.split(' ').map((word) => [word, `${mark}${i}`] as const)));

/** Which group of near-synonyms a word of an institution's name belongs to. */
export const synonymGroup = groupsOf(synonyms, '=');
/** Which group of near-synonyms the head of an institution's name belongs to. */
export const headGroup = groupsOf(heads, '#');
