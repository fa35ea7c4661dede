import './style/style.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { loadReport } from './load.ts'
import { say } from './words.ts'

const root = document.getElementById('app')!
root.textContent = say('zh', 'loading')
loadReport().then(
  (report) => {
    root.textContent = ''
    render(<App report={report} />, root)
  },
  (error: unknown) => {
    root.textContent = `${say('zh', 'load_failed', String(error))} ${say('en', 'load_failed', String(error))}`
  },
)
