// Before anything is painted: the language, its direction and the light of the page, as chosen last, else as the
// device has it. A file of its own, because the page runs no inline script.
{
  const chosen = (name) => {
    try {
      return localStorage.getItem(name)
    } catch {
      return null
    }
  }
  const spoken = [chosen('avow.language'), ...navigator.languages].map((tag) => tag?.split('-')[0])
  const language = spoken.find((tag) => tag === 'en' || tag === 'ar') ?? 'en'
  const page = document.documentElement
  page.lang = language
  page.dir = language === 'ar' ? 'rtl' : 'ltr'
  const theme = chosen('avow.theme')
  if (theme === 'light' || theme === 'dark') page.dataset.theme = theme
}
