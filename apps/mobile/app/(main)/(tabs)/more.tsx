export { MoreScreen as default } from '../../../src/app/MoreScreen.tsx'
