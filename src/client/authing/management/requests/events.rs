//! Events.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-event-app" AccessKey create_event_app CreateEventApp
        [
            "Create an application for custom events." "create_event_app" "py,node,java,go,cs"
            "node" "CreateEventAppDto"
            "py=create_event_app;node=createEventApp;java=createEventApp;go=CreateEventApp;cs=CreateEventApp"
            "" "CommonResponseDto" "none" "-"
        ]
        (logo: Text "logo", name: Text "name", identifier: Text "identifier")
        {};

    GET "/api/v3/list-event-apps" AccessKey list_event_apps ListEventApps
        [
            "List event applications." "list_event_apps" "py,node,java,go,cs" "node" ""
            "py=list_event_apps;node=listEventApps;java=listEventApps;go=ListEventApps;cs=ListEventApps"
            "" "EventAppPaginatedRespDto" "EventAppPagingDto" "list+totalCount"
        ];

    GET "/api/v3/list-events" AccessKey list_events ListEvents
        [
            "List event types." "list_events" "py,node,java,go,cs" "node" "ListEventsDto"
            "py=list_events;node=listEvents;java=listEvents;go=ListEvents;cs=ListEvents" ""
            "OpenEventPaginatedRespDto" "OpenEventPagingDto" "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            app: Text "app"
        };

    POST "/api/v3/define-event" AccessKey define_event DefineEvent
        [
            "Define a custom event type." "define_event" "py,node,java,go,cs" "node"
            "DefineEventDto"
            "py=define_event;node=defineEvent;java=defineEvent;go=DefineEvent;cs=DefineEvent" ""
            "CommonResponseDto" "none" "-"
        ]
        (event_description: Text "eventDescription", event_type: Text "eventType")
        {};

    POST "/api/v3/pub-event" AccessKey verify_event VerifyEvent
        [
            "Publish a custom event." "verify_event" "py,node,java,go,cs" "node+py" "PubEventDto"
            "py=verify_event;node=verifyEvent;java=verifyEvent;go=VerifyEvent;cs=VerifyEvent" ""
            "PubEventRespDto" "PubEventRespDataDto" "-"
        ]
        (event_type: Text "eventType", event_data: Object "eventData")
        {};

    POST "/api/v3/pub-userEvent" AccessKey pub_user_event PubUserEvent
        [
            "Publish a custom event on the user side." "pub_user_event" "py,node,java,go,cs"
            "node+py" "PubEventDto"
            "py=pub_user_event;node=pubUserEvent;java=pubUserEvent;go=PubUserEvent;cs=PubUserEvent"
            "" "PubEventRespDto" "PubEventRespDataDto" "-"
        ]
        (event_type: Text "eventType", event_data: Object "eventData")
        {};

    POST "/api/v3/pub-event" AccessKey put_event PutEvent
        [
            "Publish a pool event." "put_event" "py,node,java,go,cs" "node" "EventRequestDto"
            "py=put_event;node=pub;java=pubtEvent;go=PubEvent;cs=PubEvent" ""
            "CostGetAllRightItemRespDto" "RightItemRes" "-"
        ]
        (event_code: Text "eventType", data: JsonText "eventData")
        {source: Text "source"};
}
