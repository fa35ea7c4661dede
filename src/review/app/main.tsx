import '../../report/app/style/colours.css'
import './review.css'
import { render } from 'preact'
import { ReviewPage } from './review.tsx'

const dark = matchMedia('(prefers-color-scheme: dark)')
const paint = () => {
  document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light'
}
paint()
dark.addEventListener('change', paint)
addEventListener('hashchange', () => location.reload())
render(<ReviewPage />, document.getElementById('app')!)
