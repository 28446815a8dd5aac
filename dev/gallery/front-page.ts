// The page around the galleries: selects the app, language, theme, width and text size.
import { galleryApps } from './apps.ts'

const options = (values: readonly (readonly [value: string, word: string])[]) =>
  values.map(([value, word]) => `<option value="${value}">${word}</option>`).join('')

export const frontPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<title>Gallery</title>
<style>
  body { margin: 0; height: 100vh; display: grid; grid-template-rows: auto 1fr; font: 14px/20px system-ui, sans-serif; background: #e6e4dd }
  form { display: flex; flex-wrap: wrap; gap: 12px; padding: 8px 16px; background: #fff }
  iframe { width: 100%; height: 100%; border: 0; margin: 0 auto; display: block }
</style>
<form>
  <label>App <select name="app">${options(galleryApps.map(({ base, name }) => [base, name]))}</select></label>
  <label>Language <select name="language">${options([
    ['id', 'Indonesia'],
    ['en', 'English'],
  ])}</select></label>
  <label>Theme <select name="scheme">${options([
    ['light', 'light'],
    ['dark', 'dark'],
  ])}</select></label>
  <label>Width <select name="width">${options([
    ['100%', 'all'],
    ['320px', '320'],
    ['390px', '390'],
    ['768px', '768'],
  ])}</select></label>
  <label>Text <select name="text">${options([
    ['100', '100 %'],
    ['200', '200 %'],
  ])}</select></label>
</form>
<iframe title="Components"></iframe>
<script>
  const form = document.querySelector('form')
  const frame = document.querySelector('iframe')
  const show = () => {
    const { app, width, ...look } = Object.fromEntries(new FormData(form))
    frame.style.width = width
    frame.src = app + 'gallery.html?' + new URLSearchParams(look)
  }
  form.addEventListener('change', show)
  show()
</script>
</html>
`
