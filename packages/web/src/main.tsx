import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { firstWords } from './start/preferences.tsx'

// A page that was open while the server was renewed asks for files of before: it is loaded anew, once.
addEventListener('vite:preloadError', (event) => {
  if (sessionStorage.getItem('avow.reloaded') === location.href) return
  sessionStorage.setItem('avow.reloaded', location.href)
  event.preventDefault()
  location.reload()
})

const root = document.getElementById('desk')
if (root === null) throw new Error('index.html has no #desk')
createRoot(root).render(<App first={await firstWords()} />)
