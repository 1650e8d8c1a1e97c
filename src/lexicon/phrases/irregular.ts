/**
 * Irregular English words that phrases and replacements use. Verbs: base, past, participle where it differs. Nouns,
 * after the semicolon: singular, plural.
 */
const verbs = `
bear bore borne, beat beat beaten, become became become, begin began begun, bind bound, blow blew blown,
break broke broken,
bring brought, build built, burst burst, buy bought, cast cast, catch caught, choose chose chosen, come came come, cost cost,
cut cut,
deal dealt, dig dug, draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought,
find found, flee fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten, forgive forgave forgiven, freeze froze frozen, get got gotten,
give gave given, grow grew grown, hang hung, hear heard, hide hid hidden, hit hit, hold held, hurt hurt,
keep kept,
know knew known, lay laid, lead led, leave left, lend lent, let let, lose lost, make made, mean meant, meet met, mistake mistook mistaken, overcome overcame overcome,
oversee oversaw overseen, oversleep overslept, overthrow overthrew overthrown, pay paid, put put, quit quit, read read,
ride rode ridden, ring rang rung, rise rose risen, run ran run, say said, see saw seen, seek sought, sell sold, send sent, set set,
shake shook shaken, shed shed, shoot shot, show showed shown, shut shut, sing sang sung, sink sank sunk, sit sat, sleep slept, speak spoke spoken,
spend spent, split split, spread spread, stand stood, steal stole stolen, stick stuck, strike struck, swear swore sworn, sweep swept,
swim swam swum,
take took taken, teach taught, tear tore torn, tell told, think thought, throw threw thrown, undergo underwent undergone,
understand understood, undertake undertook undertaken, wake woke woken, wear wore worn, weep wept, win won, withdraw withdrew withdrawn, withstand withstood,
write wrote written`;

const nouns = `man men, woman women, child children, person people, policeman policemen, policewoman policewomen,
serviceman servicemen, spokesman spokesmen, spokeswoman spokeswomen, wife wives, life lives, half halves, loaf loaves,
crisis crises, analysis analyses`;

const rows = (table: string): [string, ...string[]][] =>
  table.split(',').map((row) => row.trim().split(/\s+/) as [string, ...string[]]);

/** Past and participle by the base of an irregular verb. */
export const irregularVerbs: ReadonlyMap<string, readonly [string, string]> = new Map(
  rows(verbs).map(([base, past = base, participle = past]) => [base, [past, participle]]),
);

/** Plural by the singular of an irregular noun. */
export const irregularNouns: ReadonlyMap<string, string> = new Map(
  rows(nouns).map(([singular, plural = singular]) => [singular, plural]),
);
