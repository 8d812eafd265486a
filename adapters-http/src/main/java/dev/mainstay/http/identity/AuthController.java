package dev.mainstay.http.identity;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.identity.ChangePassword;
import dev.mainstay.application.identity.ForgotPassword;
import dev.mainstay.application.identity.LogIn;
import dev.mainstay.application.identity.LogOut;
import dev.mainstay.application.identity.LogOutEverywhere;
import dev.mainstay.application.identity.Origin;
import dev.mainstay.application.identity.RefreshSession;
import dev.mainstay.application.identity.Register;
import dev.mainstay.application.identity.ResetPassword;
import dev.mainstay.application.identity.VerifyEmail;
import dev.mainstay.http.guard.Open;
import dev.mainstay.http.problem.Problem;
import dev.mainstay.http.ratelimit.ClientAddresses;
import dev.mainstay.http.ratelimit.RateLimited;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Proving who one is: registration, codes, passwords and tokens (U2, U3). */
@Controller("/api/v1/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
@RateLimited("auth")
@Requires(property = "mainstay.features.identity", notEquals = "false")
@Tag(name = "Authentication", description = "Register, verify, log in and out, refresh tokens, recover an account.")
final class AuthController {

    private final Register register;
    private final VerifyEmail verifyEmail;
    private final LogIn logIn;
    private final RefreshSession refreshSession;
    private final LogOut logOut;
    private final LogOutEverywhere logOutEverywhere;
    private final ForgotPassword forgotPassword;
    private final ResetPassword resetPassword;
    private final ChangePassword changePassword;
    private final ClientAddresses addresses;

    AuthController(
            Register register,
            VerifyEmail verifyEmail,
            LogIn logIn,
            RefreshSession refreshSession,
            LogOut logOut,
            LogOutEverywhere logOutEverywhere,
            ForgotPassword forgotPassword,
            ResetPassword resetPassword,
            ChangePassword changePassword,
            ClientAddresses addresses) {
        this.register = register;
        this.verifyEmail = verifyEmail;
        this.logIn = logIn;
        this.refreshSession = refreshSession;
        this.logOut = logOut;
        this.logOutEverywhere = logOutEverywhere;
        this.forgotPassword = forgotPassword;
        this.resetPassword = resetPassword;
        this.changePassword = changePassword;
        this.addresses = addresses;
    }

    @Open
    @Post("/register")
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Register",
            description =
                    "Sends a code to the address; the answer is the same whether it is known already or not. Data: facts.")
    @ApiResponse(responseCode = "202", description = "A letter is on its way to the address.")
    void register(@Body RegistrationJson registration) {
        register.handle(registration.toCommand());
    }

    @Open
    @Post("/verify")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Verify an e-mail address",
            description = "Takes the one-time code from the letter; five wrong ones end it. Data: facts.")
    @ApiResponse(responseCode = "204", description = "The address is verified; log in.")
    void verify(@Body VerificationJson verification) {
        verifyEmail.handle(new VerifyEmail.Command(verification.email(), verification.code()));
    }

    @Open
    @Post("/login")
    @Operation(
            summary = "Log in",
            description = "Opens a session on this device. Data: facts; attempts are also counted as a signal.")
    @ApiResponse(responseCode = "200", description = "The session is open.")
    @ApiResponse(
            responseCode = "401",
            description = "Address or password is wrong.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    TokensJson login(HttpRequest<?> request, @Body CredentialsJson credentials) {
        return TokensJson.from(
                logIn.handle(new LogIn.Command(credentials.email(), credentials.password(), origin(request))));
    }

    @Open
    @Post("/refresh")
    @Operation(
            summary = "Refresh the tokens",
            description =
                    "Exchanges a refresh token for its successor, once; an old one used again ends the session. Data: facts.")
    @ApiResponse(responseCode = "200", description = "New tokens; the old refresh token is spent.")
    TokensJson refresh(@Body RefreshJson refresh) {
        return TokensJson.from(refreshSession.handle(new RefreshSession.Command(refresh.refreshToken())));
    }

    @Post("/logout")
    @RateLimited("write")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Log out", description = "Ends the session of the token. Data: facts.")
    @ApiResponse(responseCode = "204", description = "The session is over.")
    void logout(@Parameter(hidden = true) Caller caller) {
        logOut.handle(caller);
    }

    @Post("/logout-all")
    @RateLimited("write")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Log out everywhere", description = "Ends every session of the user. Data: facts.")
    @ApiResponse(responseCode = "204", description = "All sessions are over.")
    void logoutAll(@Parameter(hidden = true) Caller caller) {
        logOutEverywhere.handle(caller);
    }

    @Open
    @Post("/password/forgot")
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask for a code to set a new password",
            description = "The answer is the same whether the address has an account or not. Data: facts.")
    @ApiResponse(responseCode = "202", description = "If there is such an account, a letter is on its way.")
    void forgotPassword(@Body ForgottenPasswordJson forgotten) {
        forgotPassword.handle(new ForgotPassword.Command(forgotten.email()));
    }

    @Open
    @Post("/password/reset")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Set a new password by code",
            description = "Ends all sessions and opens a lock-out. Data: facts.")
    @ApiResponse(responseCode = "204", description = "The new password holds; log in.")
    void resetPassword(@Body PasswordResetJson reset) {
        resetPassword.handle(new ResetPassword.Command(reset.email(), reset.code(), reset.newPassword()));
    }

    @Post("/password/change")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change the password", description = "Ends the user's other sessions. Data: facts.")
    @ApiResponse(responseCode = "204", description = "The new password holds.")
    void changePassword(@Parameter(hidden = true) Caller caller, @Body PasswordChangeJson change) {
        changePassword.handle(new ChangePassword.Command(caller, change.currentPassword(), change.newPassword()));
    }

    private Origin origin(HttpRequest<?> request) {
        String device = request.getHeaders().get(HttpHeaders.USER_AGENT);
        return new Origin(device == null ? "" : device, addresses.text(request));
    }
}
