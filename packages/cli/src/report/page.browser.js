'use strict'
// Switches language and appearance, filters and orders the ledger. Everything is read without it too.
{
  const root = document.documentElement
  root.classList.add('js')

  /** @param {string} name @returns {HTMLElement[]} */
  const all = (name) => [...document.querySelectorAll(name)].filter((each) => each instanceof HTMLElement)
  /** Marks the one of some buttons that is pressed. @param {HTMLElement[]} buttons @param {HTMLElement | undefined} pressed */
  const press = (buttons, pressed) => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(button === pressed))
  }

  // Language: what was at the top of the window stays there.
  const languages = all('[data-language]')
  /** @param {string} language */
  const speak = (language) => {
    const button = languages.find((each) => each.dataset['language'] === language)
    if (button === undefined) return
    const places = all('[data-place]')
    const place = places.find((each) => each.getBoundingClientRect().bottom > 0)
    const before = place?.getBoundingClientRect().top ?? 0
    root.lang = language
    root.dir = language === 'ar' ? 'rtl' : 'ltr'
    document.title = root.getAttribute(`data-title-${language}`) ?? document.title
    press(languages, button)
    const moved = (place?.getBoundingClientRect().top ?? 0) - before
    if (window.scrollY > 0 && moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' })
  }
  for (const button of languages) button.addEventListener('click', () => speak(button.dataset['language'] ?? ''))
  const wanted = new URLSearchParams(location.search).get('lang') ?? (navigator.language.startsWith('ar') ? 'ar' : '')
  if (wanted !== '') speak(wanted)

  const themes = all('button[data-theme]')
  for (const button of themes) {
    button.addEventListener('click', () => {
      const theme = button.dataset['theme']
      if (theme === 'auto') delete root.dataset['theme']
      else root.dataset['theme'] = theme
      press(themes, button)
    })
  }

  // The ledger: so many entries at a time, in the order asked for; on paper all that fit
  const list = document.getElementById('entries')
  const field = document.getElementById('by-ticket')
  const none = document.getElementById('no-match')
  const more = document.getElementById('more')
  const step = Number(more?.dataset['step'] ?? Number.POSITIVE_INFINITY)
  let entries = all('.entry').map((element, late) => ({ element, late, due: Number(element.dataset['due']), ticket: element.dataset['ticket'] ?? '' }))
  const promises = all('[data-promise]').filter((each) => each instanceof HTMLButtonElement)
  const orders = all('[data-sort]')
  let promise = 'all'
  let most = step
  list?.append(...entries.map(({ element }) => element))
  document.getElementById('rest')?.remove()

  /** @param {string} name @param {number} count */
  const tell = (name, count) => {
    for (const each of all(name)) each.textContent = new Intl.NumberFormat('en').format(count)
  }
  const show = () => {
    const text = field instanceof HTMLInputElement ? field.value.trim().toLowerCase() : ''
    let fitting = 0
    for (const { element, ticket } of entries) {
      const fits = (promise === 'all' || element.dataset['promise'] === promise) && ticket.toLowerCase().includes(text)
      element.hidden = !fits
      if (fits) fitting++
      element.classList.toggle('later', fitting > most)
    }
    const shown = Math.min(fitting, most)
    tell('[data-shown]', shown)
    tell('[data-count]', fitting)
    tell('[data-more]', Math.min(step, fitting - shown))
    if (none !== null) none.hidden = fitting > 0
    if (more !== null) more.hidden = fitting === shown
  }
  const startAgain = () => {
    most = step
    show()
  }
  show()
  more?.addEventListener('click', () => {
    most += step
    show()
  })
  field?.addEventListener('input', startAgain)
  for (const button of promises) {
    button.addEventListener('click', () => {
      promise = button.dataset['promise'] ?? 'all'
      press(promises, button)
      startAgain()
    })
  }
  /** @type {Record<string, (a: typeof entries[number], b: typeof entries[number]) => number>} */
  const comparisons = {
    late: (a, b) => a.late - b.late,
    due: (a, b) => b.due - a.due,
    ticket: (a, b) => a.ticket.localeCompare(b.ticket, 'en', { numeric: true }) || a.due - b.due,
  }
  for (const button of orders) {
    button.addEventListener('click', () => {
      const compare = comparisons[button.dataset['sort'] ?? '']
      if (compare === undefined || list === null) return
      entries = [...entries].sort(compare)
      list.append(...entries.map(({ element }) => element))
      press(orders, button)
      startAgain()
    })
  }
}
