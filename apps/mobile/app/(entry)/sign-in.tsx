export { SignInScreen as default } from '../../src/sessions/SignInScreen.tsx'
