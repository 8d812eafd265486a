package dev.mainstay.application.home;

/** What stands in a widget: one kind for each {@link dev.mainstay.domain.home.WidgetName}. */
public sealed interface WidgetContent permits KeptContent, LiveContent {}
