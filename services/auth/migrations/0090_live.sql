select kit.announce('auth_bib.notification', 'notification', 'person', 'user_id');
