export { DevicesScreen as default } from '../../src/devices/DevicesScreen.tsx'
