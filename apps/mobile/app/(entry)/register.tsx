export { RegisterScreen as default } from '../../src/registration/RegisterScreen.tsx'
