package dev.mainstay.application.home;

/** Content that may lie in the cached page. */
public sealed interface KeptContent extends WidgetContent
        permits TasksContent, FocusContent, AchievementsContent, MonthContent, BudgetsContent {

    /** Whether it may be shown, labelled, while the database is away; never if it is money (G9). */
    default boolean mayBeStale() {
        return true;
    }
}
