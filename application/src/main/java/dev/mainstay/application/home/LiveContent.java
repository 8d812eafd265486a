package dev.mainstay.application.home;

/** Content that never lies in Redis (G10): it is read from the facts each time the page is shown. */
public sealed interface LiveContent extends WidgetContent permits BalanceContent {}
