import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { firstWords } from './start/preferences.tsx'

const root = document.getElementById('desk')
if (root === null) throw new Error('index.html has no #desk')
createRoot(root).render(<App first={await firstWords()} />)
