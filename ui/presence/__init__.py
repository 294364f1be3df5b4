"""Being there outside the window: an icon beside the clock, and notifications, where asked for."""
