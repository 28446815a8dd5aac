export { NotificationsScreen as default } from '../../src/notifications/NotificationsScreen.tsx'
