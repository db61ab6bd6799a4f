// Before anything is painted: the theme chosen earlier, so that the page does not flash in the other one.
{
  const chosen = localStorage.getItem("parchemin.theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
}
