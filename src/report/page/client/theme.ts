import {button} from './dom.js';

/** Goes from the system's theme to light, to dark, and back. */
export function themeButton(): HTMLButtonElement {
  const themes = ['system', 'light', 'dark'] as const;
  let theme = 0;
  const element = button(
    'Theme: system',
    () => {
      theme = (theme + 1) % themes.length;
      element.textContent = `Theme: ${themes[theme]}`;
      if (theme === 0) document.documentElement.removeAttribute('data-theme');
      else document.documentElement.setAttribute('data-theme', themes[theme] as string);
    },
    {class: 'theme'},
  );
  return element;
}
