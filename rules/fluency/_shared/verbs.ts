import {formsOf} from '../../../src/lexicon/phrases/inflections.js';
import {irregularVerbs} from '../../../src/lexicon/phrases/irregular.js';
import {hashOf} from '../../../src/text/hash.js';

/** Verbs whose base is no noun, adjective or adverb of news English: where one stands, it is a verb. */
const pureVerbs = `
  abandon accept accompany accomplish accuse achieve acknowledge acquire adapt add adjust admire admit adopt advise
  afford agree allocate allow amend analyse analyze announce apologise apologize appear applaud apply appoint appreciate
  approve argue arise arrange arrive ask assemble assert assess assign assume assure attach attain attend attract
  authorise authorize avoid await become beg begin behave believe belong betray borrow bother breathe bring bury
  calculate carry celebrate choose clarify classify collaborate collect commit communicate compare compensate compete
  complain compose comprise conceal conclude condemn confess confirm confront confuse connect consider consist
  constitute consult consume contain contribute convene convey convince cooperate correspond create criticise criticize
  deceive decide declare decorate deduct defend define deliver demolish demonstrate deny depart depend deploy deprive
  derive describe deserve designate destroy detain detect determine develop devote differ diminish disagree disappear
  disappoint discover discuss dismiss dissolve distinguish distribute disturb dominate donate eat educate eliminate
  emerge emphasise emphasize employ enable encourage endure enforce engage enhance enjoy enlarge ensure enter entertain
  equip establish evacuate evaluate evolve examine exceed exclude execute exist expand expect expel explain explode
  explore extend fulfil fulfill gather generate give govern grow happen hear hesitate identify ignore illustrate imagine
  imply impose improve inaugurate include incorporate indicate infect inform inherit inhabit injure insist inspect
  inspire install instruct integrate intend intensify interfere interpret interrupt introduce invent invest investigate
  involve isolate justify know learn lend listen locate lose maintain manage marry mourn negotiate notify obey observe
  obtain occupy occur omit operate oppose organise organize originate oversee participate perceive perform persuade
  possess postpone pray predict prepare prescribe pretend prevail prevent proceed proclaim prohibit promote propose
  prosecute protect prove provide publish punish pursue realise realize receive recognise recognize recommend reconsider
  recover reduce refer reflect regulate rejoin rely remain remember remind remove renew renovate reopen replace
  represent require resemble reside resign resist respond restore restrict retain retire reveal satisfy seek seem sell
  send settle shrink solve speak specify spend stabilise stabilize stimulate strengthen submit succeed suffer suggest
  supervise suppose suppress survive sustain swear sympathise sympathize teach tell tend terminate testify think
  threaten tolerate translate transmit undergo undermine understand undertake unite utilise utilize vanish violate
  wander warn weaken weep withdraw withstand worsen write`
  .split(/\s+/)
  .filter(Boolean);

/** Verbs that are often nouns or adjectives: counted only where no noun can stand. */
const otherVerbs = `
  answer attack attempt bear break build buy call catch cause change claim close collapse come control cost cover cry
  deal decline defeat demand die draw drink drive drop dream escape estimate face fail fall fear feel fight fill find
  finish flee fly follow forbid forget gain get go guess hang help hide hold hope hope increase invite join jump keep kick
  kill laugh launch lead leave lie live look love make mean meet mention need notice offer open order own pass pay play
  point press promise protest push question reach refuse reject release rely repeat reply report request respect rest
  return ride ring rise run save say search see serve shake shoot show sign sing sit sleep smell smile speak stand start
  stay steal stop study support swim take talk throw touch train travel try turn use visit vote wait wake walk want wash
  watch wear weigh win wish wonder work worry`
  .split(/\s+/)
  .filter(Boolean);

/** Past forms that are also a base (`found a city`), and those that are a noun or an adjective. */
const alsoBase = new Set('found fell lay saw wound ground bound felt left'.split(' '));
const alsoOther = new Set('rose bore broke spoke woke bit shot lost lay left'.split(' '));

export interface VerbForms {
  readonly base: string;
  readonly s: string;
  readonly past: string;
  readonly participle: string;
  readonly ing: string;
}

/** Forms by the hash of the word that stands in the text. */
type Table = ReadonlyMap<number, VerbForms>;

const table = (verbs: readonly string[], form: (verb: VerbForms) => string | undefined): Table => {
  const map = new Map<number, VerbForms>();
  for (const base of verbs) {
    const verb = formsOf(base);
    const written = form(verb);
    if (written !== undefined) map.set(hashOf(written), verb);
  }
  return map;
};

const irregular = [...irregularVerbs.keys(), 'go', 'do'];
const every = [...new Set([...pureVerbs, ...otherVerbs, ...irregular])];
const ownPast = ({base, past}: VerbForms): string | undefined =>
  past === base || alsoBase.has(past) || alsoOther.has(past) ? undefined : past;

export interface VerbTables {
  /** `complain`, `establish`: the base of a verb that is nothing else, and not its own past. */
  readonly pureBase: Table;
  /** `complains`. */
  readonly pureS: Table;
  /** `complained`, `wrote`, `took`: never the base. */
  readonly past: Table;
  /** `answered`, `saw`: also where a noun may be written so. */
  readonly anyPast: Table;
  /** `wrote`, `fell`: neither the base nor the participle. */
  readonly pastAlone: Table;
  /** `written`, `taken`: neither the base nor the past. */
  readonly participleAlone: Table;
  /** The base of any verb that has a past of its own. */
  readonly base: Table;
  /** `complains`, `wants`, also where a noun may be written so. */
  readonly s: Table;
}

let made: VerbTables | undefined;

/** Made when the first text asks for it. */
export function verbTables(): VerbTables {
  made ??= {
    pureBase: table(pureVerbs, ({base, past, participle}) =>
      past === base || participle === base ? undefined : base,
    ),
    pureS: table(pureVerbs, ({s}) => s),
    past: table([...pureVerbs, ...irregular], ownPast),
    anyPast: table(every, ({base, past}) => (past === base ? undefined : past)),
    // `has showed` is right too.
    pastAlone: table(irregular, ({base, past, participle}) =>
      past === base || past === participle || past === `${base}ed` || alsoOther.has(past) ? undefined : past,
    ),
    participleAlone: table(irregular, ({base, past, participle}) =>
      participle === base || participle === past ? undefined : participle,
    ),
    base: table(every, ({base, past}) => (past === base ? undefined : base)),
    s: table(every, ({s}) => s),
  };
  return made;
}
