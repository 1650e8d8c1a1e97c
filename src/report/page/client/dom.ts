type Child = Node | string;
type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An element with attributes and children. Strings become text, never markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

export function button(label: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = h('button', {type: 'button', ...attributes}, label);
  element.addEventListener('click', onClick);
  return element;
}

/** A box with its label; `onChange` gets whether it is ticked. */
export function checkbox(
  label: string,
  checked: boolean,
  onChange: (checked: boolean) => void,
): HTMLLabelElement {
  const input = h('input', {type: 'checkbox', checked});
  input.addEventListener('change', () => onChange(input.checked));
  return h('label', {class: 'check'}, input, h('span', {}, label));
}

let region: HTMLElement | undefined;

/** Tells those who hear the page what just happened. */
export function announce(message: string): void {
  if (!region) {
    region = h('div', {class: 'unseen', role: 'status'});
    document.body.append(region);
  }
  region.textContent = message;
}

/** Copies a text, also where a page from a file may not use the clipboard directly. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = h('textarea', {class: 'unseen', 'aria-hidden': 'true', tabindex: '-1'});
    area.value = text;
    const focused = document.activeElement;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return done;
  }
}
