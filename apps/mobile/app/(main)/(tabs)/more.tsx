export { MoreScreen as default } from '../../../src/shell/MoreScreen.tsx'
