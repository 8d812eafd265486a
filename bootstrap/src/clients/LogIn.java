import org.openapitools.client.ApiClient;
import org.openapitools.client.api.AuthenticationApi;
import org.openapitools.client.api.ProfileApi;
import org.openapitools.client.model.CredentialsJson;

/** Logs in and reads the profile by the generated Java client: {@code LogIn <url> <email> <password>}. */
final class LogIn {

    public static void main(String[] arguments) throws Exception {
        var client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        var credentials = new CredentialsJson().email(arguments[1]).password(arguments[2]);
        var tokens = new AuthenticationApi(client).login(credentials);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + tokens.getAccessToken()));
        var profile = new ProfileApi(client).showProfile();
        if (!arguments[1].equals(profile.getEmail())) {
            throw new IllegalStateException("logged in as somebody else: " + profile);
        }
        System.out.println("java client: logged in as " + profile.getEmail());
    }
}
