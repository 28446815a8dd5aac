export { SetPasswordScreen as default } from '../src/passwords/SetPasswordScreen.tsx'
