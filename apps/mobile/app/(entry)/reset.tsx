export { ResetScreen as default } from '../../src/passwords/ResetScreen.tsx'
