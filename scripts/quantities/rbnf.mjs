// Evaluates the rule-based number formats of CLDR (UTS #35 part 3, “Rule-Based Number Formatting”) as far as spelling
// out whole numbers needs it.

/** @param {Record<string, [string, string][]>} sets the rule sets of a group, e.g. `SpelloutRules` */
export function makeSpeller(sets) {
  const parsed = new Map();
  const rulesOf = (name) => {
    if (!parsed.has(name)) parsed.set(name, parse(sets[name]));
    return parsed.get(name);
  };
  const spell = (name, n, depth = 0) => {
    const rules = rulesOf(name);
    if (!rules || depth > 40) return undefined;
    let rule;
    for (const r of rules) if (r.base <= n) rule = r;
    if (!rule) return undefined;
    let divisor = rule.radix;
    while (divisor * rule.radix <= rule.base) divisor *= rule.radix;
    if (rule.base === 0 || rule.base < rule.radix) divisor = rule.radix;
    const above = Math.floor(n / divisor);
    const rest = n % divisor;
    let text = rule.text;
    text = text.replace(/\[([^\]]*)\]/g, (_, inner) => (rest === 0 && rule.base >= rule.radix ? '' : inner));
    let failed = false;
    text = text.replace(
      /\$\((\w+),((?:\w+\{[^}]*\})+)\)\$/g,
      (_, _kind, forms) => /other\{([^}]*)\}/.exec(forms)?.[1] ?? '',
    );
    text = text.replace(/([←→=])(%{0,2}[\w-]*|#[^=]*|0)\1/g, (_, op, target) => {
      const value = op === '←' ? above : op === '→' ? rest : n;
      if (target.startsWith('#') || target === '0') {
        failed = true;
        return '';
      }
      const said = spell(target === '' ? name : target, value, depth + 1);
      if (said === undefined) failed = true;
      return said ?? '';
    });
    return failed ? undefined : text;
  };
  return spell;
}

function parse(rules) {
  if (!rules) return undefined;
  const out = [];
  for (const [head, body] of rules) {
    const match = /^(\d+)(?:\/(\d+))?(>*)$/.exec(head);
    if (!match) continue;
    const text = body.replace(/;$/, '').replace(/^'/, '');
    out.push({base: Number(match[1]), radix: Number(match[2] ?? 10), text});
  }
  return out;
}

/** Names of the rule sets of a plural form: `few{x}` and the like, which the speller leaves to `other`. */
export function pluralForms(sets) {
  const found = [];
  for (const rules of Object.values(sets)) {
    if (!Array.isArray(rules)) continue;
    for (const [head, body] of rules) {
      const base = /^(\d+)/.exec(head)?.[1];
      if (!base) continue;
      for (const [, forms] of body.matchAll(/\$\(cardinal,((?:\w+\{[^}]*\})+)\)\$/g))
        for (const [, form] of forms.matchAll(/\w+\{([^}]*)\}/g)) found.push([Number(base), form.trim()]);
    }
  }
  return found;
}
