const key = 'setpoint-theme';

/** Makes the colours switchable: light, dark, or as the system has them. The choice is kept where the browser allows it. */
export function setUpTheme(): void {
  const group = document.querySelector<HTMLElement>('.theme');
  if (group === null) return;
  const buttons = [...group.querySelectorAll('button')];
  const show = (theme: string): void => {
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
    else delete document.documentElement.dataset['theme'];
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset['theme'] === theme));
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const theme = button.dataset['theme'] ?? 'auto';
      show(theme);
      keep(theme);
    });
  }
  show(kept());
  group.hidden = false;
}

function kept(): string {
  try {
    return localStorage.getItem(key) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function keep(theme: string): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // A page from a file may have no storage.
  }
}
