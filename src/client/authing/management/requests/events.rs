//! Events.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-event-app" AccessKey create_event_app CreateEventApp
        (logo: Text "logo", name: Text "name", identifier: Text "identifier")
        {};

    GET "/api/v3/list-event-apps" AccessKey list_event_apps ListEventApps;

    GET "/api/v3/list-events" AccessKey list_events ListEvents
        ()
        {page: Integer "page", limit: Integer "limit", app: Text "app"};

    POST "/api/v3/define-event" AccessKey define_event DefineEvent
        (event_description: Text "eventDescription", event_type: Text "eventType")
        {};

    POST "/api/v3/pub-event" AccessKey verify_event VerifyEvent
        (event_type: Text "eventType", event_data: Object "eventData")
        {};

    POST "/api/v3/pub-userEvent" AccessKey pub_user_event PubUserEvent
        (event_type: Text "eventType", event_data: Object "eventData")
        {};

    POST "/api/v3/pub-event" AccessKey put_event PutEvent
        (event_code: Text "eventType", data: JsonText "eventData")
        {};
}
