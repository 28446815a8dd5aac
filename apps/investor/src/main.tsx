import { createRoot } from 'react-dom/client'
import { App } from './shell/App.tsx'
import { applyTheme } from './base/theme.ts'
import './ui/fonts.css'
import './ui/base.css'
import './ui/controls.css'

applyTheme(null)
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
