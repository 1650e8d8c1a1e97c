import {defineRule} from '../../src/engine/rule.js';
import {TokenFlag} from '../../src/text/tokens.js';
import {lineOf} from './_shared/clusters.js';

type Gender = 'man' | 'woman';

/** Words that say of which sex the person is whose name follows or stands before. */
const roles: Readonly<Record<string, Gender>> = {
  spokesman: 'man',
  chairman: 'man',
  businessman: 'man',
  congressman: 'man',
  policeman: 'man',
  sportsman: 'man',
  king: 'man',
  prince: 'man',
  mr: 'man',
  actor: 'man',
  father: 'man',
  son: 'man',
  brother: 'man',
  husband: 'man',
  spokeswoman: 'woman',
  chairwoman: 'woman',
  businesswoman: 'woman',
  congresswoman: 'woman',
  policewoman: 'woman',
  sportswoman: 'woman',
  queen: 'woman',
  princess: 'woman',
  mrs: 'woman',
  ms: 'woman',
  miss: 'woman',
  actress: 'woman',
  mother: 'woman',
  daughter: 'woman',
  sister: 'woman',
  wife: 'woman',
};
/** Titles that machines use of women too: no claim without a surname that is a woman's. */
const soft = new Set(['actor', 'spokesman', 'chairman', 'sportsman']);
const pronouns: Readonly<Record<string, Gender>> = {
  he: 'man',
  his: 'man',
  him: 'man',
  she: 'woman',
  her: 'woman',
  hers: 'woman',
};

export default defineRule({
  meta: {
    id: 'names/gender-conflict',
    description:
      'A person called a man and a woman: by the word beside the name, the surname and the next pronoun',
    mqm: 'agreement',
    severity: 'warning',
    recommended: true,
    languages: ['en'],
    messages: {
      surname: '“{{role}}” of {{name}}, whose surname is a woman’s; on line {{line}} it is “{{pronoun}}”',
      role: '{{name}} is called “{{role}}” here and “{{other}}” on line {{line}}',
    },
  },
  create(context) {
    const {text} = context;
    const {flags, starts, ends, sentences} = {...text.tokens, sentences: text.sentences};
    return {
      article() {
        const people = context
          .names()
          .entries.filter((entry) => entry.kind === 'person' || entry.kind === 'unknown');
        for (const entry of people) {
          const said: {role: string; gender: Gender; token: number; mention: number}[] = [];
          for (const [m, mention] of entry.mentions.entries()) {
            for (const token of roleTokens(mention.firstToken, mention.lastToken)) {
              const role = text.token(token).toLowerCase();
              const gender = roles[role];
              if (gender) said.push({role, gender, token, mention: m});
            }
          }
          const first = said[0];
          if (!first) continue;
          const full = entry.mentions.find((mention) => mention.firstToken < mention.lastToken);
          const other = said.find(
            (s) => s.gender !== first.gender && !soft.has(first.role) && !soft.has(s.role) && full,
          );
          if (other && isOnePerson(entry.mentions, first.mention, other.mention)) {
            context.report({
              messageId: 'role',
              start: starts[other.token]!,
              end: ends[other.token]!,
              data: {name: entry.text, role: other.role, other: first.role, line: line(first.token)},
              related: [
                {message: `“${first.role}” here`, start: starts[first.token]!, end: ends[first.token]!},
              ],
            });
            continue;
          }
          if (first.gender !== 'man' || !/(?:ov|ev|in)a$|sk(?:aya|aja|aia)$/.test(entry.text)) continue;
          const pronoun = pronounAfter(entry.mentions[first.mention]!.lastToken);
          if (pronoun === undefined || pronouns[text.token(pronoun).toLowerCase()] !== 'woman') continue;
          context.report({
            messageId: 'surname',
            start: starts[first.token]!,
            end: ends[first.token]!,
            data: {
              role: first.role,
              name: entry.text,
              pronoun: text.token(pronoun).toLowerCase(),
              line: line(pronoun),
            },
            related: [
              {message: `“${text.token(pronoun)}” here`, start: starts[pronoun]!, end: ends[pronoun]!},
            ],
          });
        }
      },
    };

    function line(token: number): number {
      return lineOf(context, {start: starts[token]!, end: ends[token]!});
    }

    /** The title right before a name, and the one behind it as in `Anna Petrova, a spokesman for the party`. */
    function roleTokens(first: number, last: number): number[] {
      const tokens: number[] = [];
      let before = first - 1;
      if (before >= 0 && text.prose[starts[before]!] === '.') before--;
      if (before >= 0 && flags[before]! & TokenFlag.Word) tokens.push(before);
      if (text.prose[starts[last + 1]!] === ',') {
        for (let i = last + 2; i <= last + 4 && i < text.tokens.count; i++) {
          if (!(flags[i]! & TokenFlag.Word) || flags[i]! & TokenFlag.InitialCap) break;
          if (
            roles[text.token(i).toLowerCase()] &&
            /^(?:a|the|an|former|party|press)$/.test(text.token(i - 1))
          )
            tokens.push(i);
        }
      }
      return tokens;
    }

    /** The first pronoun of a person in this sentence or the next two, before any other name. */
    function pronounAfter(token: number): number | undefined {
      let sentence = 0;
      while (sentence + 1 < sentences.count && sentences.first[sentence + 1]! <= token) sentence++;
      const end = sentences.last[Math.min(sentence + 2, sentences.count - 1)]!;
      for (let i = token + 1; i <= end; i++) {
        if (!(flags[i]! & TokenFlag.Word)) continue;
        if (pronouns[text.token(i).toLowerCase()]) return i;
      }
      return undefined;
    }
  },
});

/** Both mentions have the same words: `Mr Petrov` and `Mrs Petrov` are a couple. */
function isOnePerson(mentions: readonly {text: string}[], a: number, b: number): boolean {
  return mentions[a]!.text === mentions[b]!.text && mentions[a]!.text.includes(' ');
}
