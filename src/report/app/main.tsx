import './style/style.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { loadReport } from './load.ts'
import { say } from './words.ts'

const root = document.getElementById('app')!
root.textContent = say('zh', 'loading')
loadReport()
  .then(async ({ first, rest }) => {
    root.textContent = ''
    render(<App report={first} whole={false} />, root)
    // After the first charts are on the screen.
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))
    render(<App report={await rest()} whole={true} />, root)
  })
  .catch((error: unknown) => {
    render(null, root)
    root.textContent = `${say('zh', 'load_failed', String(error))} ${say('en', 'load_failed', String(error))}`
  })
