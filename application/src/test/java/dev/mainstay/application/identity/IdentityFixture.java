package dev.mainstay.application.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mainstay.application.coherence.InMemoryViewCache;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.ratelimit.LocalRateLimiter;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.time.SeededRandomness;
import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.identity.UserId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** All of identity on whatever stores, with a cache that really caches, a clock that stands still and mail that can be read. */
public final class IdentityFixture {

    public static final String PASSWORD = "correct horse battery";
    public static final Origin HERE = new Origin("Firefox on Linux", "192.0.2.1");
    static final IdentitySettings SETTINGS = IdentitySettings.DEFAULT;

    public final TestClock clock = TestClock.at("2026-05-01T08:00:00Z");
    public final List<DomainEvent> heard = new CopyOnWriteArrayList<>();
    public final RecordedMail mail = new RecordedMail();
    public final FakePasswords passwords = new FakePasswords();
    public final IdentityStores stores;
    public final Writes writes;

    public final Register register;
    public final VerifyEmail verifyEmail;
    public final LogIn logIn;
    public final RefreshSession refreshSession;
    public final LogOut logOut;
    public final LogOutEverywhere logOutEverywhere;
    public final EndSession endSession;
    public final ListSessions listSessions;
    public final ForgotPassword forgotPassword;
    public final ResetPassword resetPassword;
    public final ChangePassword changePassword;
    public final Authenticate authenticate;
    public final ShowProfile showProfile;
    public final ShowRoles showRoles;
    public final ShowPendingCodes showPendingCodes;
    public final ReviseProfile reviseProfile;
    public final RequestDeletion requestDeletion;
    public final CancelDeletion cancelDeletion;
    public final CarryOutDeletions carryOutDeletions;
    public final ExportOwnedData exportOwnedData;
    public final CreateReferralCode createReferralCode;
    public final ListReferralCodes listReferralCodes;
    public final ShowReferralCode showReferralCode;
    public final RedeemReferralCode redeemReferralCode;
    public final ListUsers listUsers;
    public final GrantRole grantRole;
    public final RevokeRole revokeRole;
    public final SuspendUser suspendUser;
    public final ReleaseUser releaseUser;
    public final AppointFirstAdmin appointFirstAdmin;
    public final SendLetters sendLetters;

    public IdentityFixture(IdentityStores stores, Ids ids) {
        this.stores = stores;
        var views = new InMemoryViewCache(stores.transactions(), clock);
        this.writes = new Writes(
                stores.transactions(),
                new ViewCatalogue(IdentityViews.all()),
                views,
                List.of(
                        new ProfileVersions(stores.profiles()),
                        new FirstAdmin(stores.accounts(), Optional.of("Boss@Example.org"))),
                List.of(heard::addAll));
        var randomness = new SeededRandomness(42);
        var key = new ServerKey("a secret for tests, long enough to be one".getBytes(UTF_8));
        var accessTokens = new FakeAccessTokens(clock);
        var letterBox = new LetterBox(stores.letters(), ids, clock);
        var codes = new CodeCheck(stores.codes(), key, randomness, clock);
        var gate = new LoginGate(new LocalRateLimiter(clock), stores.failures(), key, clock);
        var tokens = new TokenIssue(accessTokens, stores.refreshTokens(), key, randomness);
        var opening = new SessionOpening(stores.sessions(), tokens, gate, ids, clock, SETTINGS);
        var ended = new EndedSessions(writes, stores.accounts(), stores.sessions(), clock);
        var administrators = new Administrators(stores.accounts());
        this.register = new Register(writes, stores.accounts(), stores.profiles(), passwords, letterBox, ids, clock);
        this.verifyEmail = new VerifyEmail(writes, stores.accounts(), codes, letterBox, clock);
        this.logIn = new LogIn(writes, stores.accounts(), passwords, gate, opening, letterBox);
        this.refreshSession = new RefreshSession(
                writes, stores.accounts(), stores.sessions(), stores.refreshTokens(), tokens, clock, SETTINGS);
        this.logOut = new LogOut(ended);
        this.logOutEverywhere = new LogOutEverywhere(ended);
        this.endSession = new EndSession(ended);
        this.listSessions = new ListSessions(stores.sessions(), clock);
        this.forgotPassword = new ForgotPassword(writes, stores.accounts(), letterBox);
        this.resetPassword =
                new ResetPassword(writes, stores.accounts(), stores.sessions(), passwords, codes, gate, clock);
        this.changePassword = new ChangePassword(writes, stores.accounts(), stores.sessions(), passwords, gate, clock);
        this.authenticate = new Authenticate(accessTokens, views, stores.sessionReader(), clock);
        this.showProfile = new ShowProfile(views, stores.userReader());
        this.showRoles = new ShowRoles(views, stores.userReader());
        this.showPendingCodes = new ShowPendingCodes(views, stores.sessionReader(), clock);
        this.reviseProfile = new ReviseProfile(writes, stores.accounts(), stores.profiles());
        this.requestDeletion = new RequestDeletion(writes, stores.accounts(), stores.sessions(), clock, SETTINGS);
        this.cancelDeletion = new CancelDeletion(writes, stores.accounts(), stores.sessions(), clock);
        this.carryOutDeletions =
                new CarryOutDeletions(writes, stores.accounts(), stores.sessions(), stores.referrals(), clock);
        this.exportOwnedData = new ExportOwnedData(
                writes,
                List.of(new IdentityOwnedData(stores.userReader(), stores.sessions(), stores.referrals(), clock)));
        this.createReferralCode =
                new CreateReferralCode(writes, stores.accounts(), stores.referrals(), randomness, clock);
        this.listReferralCodes = new ListReferralCodes(stores.referrals());
        this.showReferralCode = new ShowReferralCode(views, stores.userReader(), clock);
        this.redeemReferralCode = new RedeemReferralCode(writes, stores.referrals(), clock);
        this.listUsers = new ListUsers(administrators, stores.userReader());
        this.grantRole = new GrantRole(writes, administrators, stores.accounts(), stores.sessions(), clock);
        this.revokeRole = new RevokeRole(writes, administrators, stores.accounts(), stores.sessions(), clock);
        this.suspendUser = new SuspendUser(writes, administrators, stores.accounts(), stores.sessions(), clock);
        this.releaseUser = new ReleaseUser(writes, administrators, stores.accounts());
        this.appointFirstAdmin = new AppointFirstAdmin(writes, stores.accounts(), stores.sessions(), clock);
        this.sendLetters = new SendLetters(writes, stores.letters(), codes, mail, clock, SETTINGS);
    }

    public static IdentityFixture inMemory() {
        return new IdentityFixture(IdentityStores.inMemory(new InMemoryTransactions()), new SequentialIds());
    }

    /** Registers {@code name@example.org} with {@link #PASSWORD}, and has the letter delivered. */
    public void registered(String name) {
        register.handle(new Register.Command(email(name), PASSWORD, name, ZoneId.of("Europe/Vienna"), "de-AT"));
        deliver();
    }

    /** Registers and verifies. */
    public UserId verified(String name) {
        registered(name);
        verifyEmail.handle(new VerifyEmail.Command(email(name), mail.code(email(name), LetterKind.VERIFY_EMAIL)));
        return stores.accounts()
                .find(new EmailAddress(email(name)))
                .orElseThrow()
                .id();
    }

    public Tokens loggedIn(String name) {
        return logIn.handle(new LogIn.Command(email(name), PASSWORD, HERE));
    }

    public Caller caller(Tokens tokens) {
        return authenticate.caller(tokens.accessToken());
    }

    /** The first administrator, logged in. */
    public Caller boss() {
        verified("boss");
        return caller(loggedIn("boss"));
    }

    /** Sends what is due. */
    public void deliver() {
        boolean more = true;
        while (more) {
            more = sendLetters.next();
        }
    }

    public static String email(String name) {
        return name + "@example.org";
    }
}
