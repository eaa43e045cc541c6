// Before the first paint: theme and language as they were chosen last. No module, so that nothing waits for it.
{
  const chosen = (name, values) => {
    try {
      const value = new URLSearchParams(location.search).get(name) ?? localStorage.getItem(`vsys.${name}`);
      return values.includes(value) ? value : values[0];
    } catch {
      return values[0];
    }
  };
  document.documentElement.dataset.theme = chosen("theme", ["auto", "light", "dark"]);
  document.documentElement.lang = chosen("lang", ["ja", "en"]);
}
