export { TrayScreen as default } from '../../src/sync/TrayScreen.tsx'
